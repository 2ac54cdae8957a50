const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'], [/360SE|QIHU|360EE/i, '360 浏览器'], [/QQBrowser/, 'QQ 浏览器'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows 电脑'], [/Mac OS X/, '苹果电脑'], [/Android/, '安卓设备'], [/Linux/, 'Linux 电脑(含国产系统)'],
]

/** Browser and system in words, so that a person on the phone knows the computer: `Edge,Windows 电脑`. */
export function deviceWords(userAgent: string): string {
  const named = (list: [RegExp, string][], otherwise: string): string => list.find(([sign]) => sign.test(userAgent))?.[1] ?? otherwise
  return `${named(browsers, '浏览器')},${named(systems, '电脑')}`
}
