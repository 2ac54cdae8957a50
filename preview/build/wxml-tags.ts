/** An opening tag of a template. */
export interface WxmlTag {
  tag: string
  attributes: Record<string, string>
}

/** Every opening tag with its attributes. Comments and WXS code do not count. */
export function readTags(wxml: string): WxmlTag[] {
  const text = wxml.replace(/<!--[\s\S]*?-->/g, '').replace(/(<wxs\b[^>]*>)[\s\S]*?<\/wxs>/g, '$1</wxs>')
  return [...text.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g)]
    .map(([, tag = '', written = '']) => ({ tag, attributes: readAttributes(written) }))
}

function readAttributes(written: string): Record<string, string> {
  return Object.fromEntries([...written.matchAll(/([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)]
    .map(([, name = '', double, single]) => [name, double ?? single ?? '']))
}
