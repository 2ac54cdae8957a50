/** From the error summary to the box, also inside a component (`payee.holder`). One that is not there is no error. */
export function jumpTo(field: string): void {
  const selector = field.split('.').map((part) => `#f-${part}`).join(' >>> ')
  wx.pageScrollTo({ selector, offsetTop: -12, duration: 200, fail: () => {} })
}
