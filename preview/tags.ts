/** WeChat's built-in components that the preview has. Another tag name must be a component of the mini-program. */
export const builtinTags = [
  'view', 'text', 'image', 'icon', 'button', 'input', 'textarea', 'form', 'label', 'switch', 'slider', 'progress',
  'checkbox', 'checkbox-group', 'radio', 'radio-group', 'picker', 'picker-view', 'picker-view-column',
  'scroll-view', 'swiper', 'swiper-item', 'navigator', 'page-meta', 'navigation-bar', 'rich-text', 'video',
  'cover-view', 'cover-image', 'root-portal',
] as const

/** Built-in components of WeChat that the preview does not have: using one is an error, not an empty box. */
export const missingTags = [
  'canvas', 'map', 'camera', 'live-player', 'live-pusher', 'movable-area', 'movable-view', 'web-view', 'ad', 'editor',
  'audio', 'voip-room', 'official-account', 'open-data', 'channel-live', 'channel-video', 'share-element',
  'keyboard-accessory', 'page-container', 'match-media', 'selection', 'functional-page-navigator', 'ad-custom',
  'xr-frame', 'store-product', 'store-home',
] as const

/** The tag that stands for a WXML tag in the browser's document. */
export function browserTag(tag: string): string {
  return builtinSet.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag
}

const builtinSet = new Set<string>(builtinTags)
