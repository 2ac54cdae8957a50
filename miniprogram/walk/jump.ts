/** From the error summary to the box (`payee.holder`: inside a component). One that is not on this screen is no error. */
export function jumpTo(field: string): void {
  const selector = field.split('.').map((part) => `#f-${part}`).join(' >>> ')
  wx.pageScrollTo({ selector, offsetTop: -12, duration: 200, fail: () => {} })
}
