/** What a WXML file includes: templates and WXS modules, as written. */
export function templateReferences(wxml: string): { templates: string[]; scripts: string[] } {
  const templates = [...wxml.matchAll(/<(?:import|include)\b[^>]*?\bsrc=["']([^"']+)["']/g)].map((hit) => hit[1]!)
  const scripts = [...wxml.matchAll(/<wxs\b[^>]*?\bsrc=["']([^"']+)["']/g)].map((hit) => hit[1]!)
  return { templates, scripts }
}

/** What a WXS module requires, as written. */
export function wxsReferences(wxs: string): string[] {
  return [...wxs.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map((hit) => hit[1]!)
}

/** What a WXSS file imports, as written. */
export function styleReferences(wxss: string): string[] {
  return [...wxss.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map((hit) => hit[1]!)
}
