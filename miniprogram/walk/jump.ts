/** From the error summary to the box; a box that is not on this screen is no error. */
export function jumpTo(field: string): void {
  wx.pageScrollTo({ selector: `#f-${field}`, offsetTop: -12, duration: 200, fail: () => {} })
}
