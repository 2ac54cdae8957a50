const circle = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z'
const check = 'M7.5 12.3l3.1 3.1 6-6.4'
const cross = 'M9 9l6 6M15 9l-6 6'
const exclamation = 'M12 7.5v5.5M12 16.2v.3'
const letterI = 'M12 11v5.5M12 7.5v.3'
const eye = 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'
const square = 'M4 4h16v16H4z'

/** The kit's own marks, drawn by us as one stroke each on a 24 x 24 field. */
const strokes: Record<string, string> = {
  'add': 'M12 5v14M5 12h14',
  'add-circle': `${circle}M12 8v8M8 12h8`,
  'browse': `${eye}M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z`,
  'browse-off': `${eye}M4 4l16 16`,
  'calendar': 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  'call': 'M6 3h4l1.5 5-2.5 2a13 13 0 0 0 5 5l2-2.5 5 1.5v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z',
  'caret-down-small': 'M8 10l4 4 4-4z',
  'check': 'M4.5 12.5l5 5L19.5 7',
  'check-circle': circle + check,
  'chevron-down': 'M5 9l7 7 7-7',
  'chevron-left': 'M15 5l-7 7 7 7',
  'chevron-left-double': 'M12 5l-7 7 7 7M19 5l-7 7 7 7',
  'chevron-right': 'M9 5l7 7-7 7',
  'chevron-right-double': 'M5 5l7 7-7 7M12 5l7 7-7 7',
  'chevron-up': 'M5 15l7-7 7 7',
  'circle': circle,
  'close': 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  'close-circle': circle + cross,
  'copy': 'M8 8h12v12H8zM4 16V4h12',
  'delete': 'M4 6.5h16M9 6V3.5h6V6M6 6.5L7 20.5h10l1-14M10 10.5v6M14 10.5v6',
  'edit': 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  'error': exclamation,
  'error-circle': circle + exclamation,
  'file': 'M5 3h9l5 5v13H5zM14 3v5h5',
  'help-circle': `${circle}M9.5 9.8a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.5M12 16.5v.3`,
  'image': `${square}M4 17l5-5 4 4 3-3 4 4M15.5 8.3v.4`,
  'image-error': `${square}M4 17l5-5 4 4M14 8l4 4M18 8l-4 4`,
  'info-circle': circle + letterI,
  'loading': 'M12 3a9 9 0 1 1-9 9',
  'location': 'M12 21s7-6.3 7-11a7 7 0 1 0-14 0c0 4.7 7 11 7 11zM12 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  'minus': 'M5 12h14',
  'minus-circle': `${circle}M8 12h8`,
  'photo': 'M3 7h4l2-3h6l2 3h4v13H3zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  'rectangle': square,
  'refresh': 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5',
  'remove': 'M5 12h14',
  'search': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5',
  'send': 'M3 11l18-8-7 18-3-7z',
  'star': 'M12 3.5l2.6 5.3 5.9.9-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.9z',
  'time': `${circle}M12 7v5l3.5 2`,
  'upload': 'M12 16V4M7 8.5L12 3.5l5 5M4 15v5.5h16V15',
  'user': 'M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5c.5-4 3.5-6 8-6s7.5 2 8 6z',
  'video': 'M3 6h12v12H3zM15 10l6-3v10l-6-3',
}

const solid: Record<string, [shape: string, mark: string]> = {
  'check-circle-filled': [circle, check],
  'check-rectangle-filled': [square, check],
  'close-circle-filled': [circle, cross],
  'error-circle-filled': [circle, exclamation],
  'help-circle-filled': [circle, letterI],
  'info-circle-filled': [circle, letterI],
  'minus-circle-filled': [circle, 'M8 12h8'],
  'minus-rectangle-filled': [square, 'M8 12h8'],
  'star-filled': [strokes['star']!, ''],
  'time-filled': [circle, 'M12 7v5l3.5 2'],
}

/**
 * The kit's icon sheet without its web font: each mark is a mask in the text's colour, so nothing is fetched
 * and a name that is not drawn here leaves an empty space instead of a broken glyph.
 */
export function iconStyles(): string {
  const rules = [
    '@import \'../common/style/index.wxss\';',
    '.t-icon--image,.t-icon__image{width:100%;height:100%;vertical-align:top;}',
    '.t-icon-base{display:block;width:1em;height:1em;line-height:1;}',
  ]
  for (const [name, path] of Object.entries(strokes)) rules.push(rule(name, drawing(path, 'none')))
  for (const [name, [shape, mark]] of Object.entries(solid)) rules.push(rule(name, cutOut(shape, mark)))
  return rules.join('\n')
}

function rule(name: string, svg: string): string {
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}") center/contain no-repeat`
  return `.t-icon-${name}{background:currentColor;-webkit-mask:${mask};mask:${mask};}`
}

function drawing(path: string, fill: string): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    + `<path d="${path}" fill="${fill}" stroke="#000" stroke-width="1.8" stroke-linecap="round"/></svg>`
}

/** A filled shape with its mark left open: masks know transparency, not colour. */
function cutOut(shape: string, mark: string): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    + '<mask id="m"><path fill="#fff" d="M0 0h24v24H0z"/>'
    + `<path d="${mark}" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round"/></mask>`
    + `<path d="${shape}" mask="url(#m)"/></svg>`
}
