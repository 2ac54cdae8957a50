/** Back to where the person came from; a page that was opened by a link goes to the first page. */
export function goBack(): void {
  if (getCurrentPages().length > 1) wx.navigateBack({ fail: () => {} })
  else wx.reLaunch({ url: '/pages/home/home', fail: () => {} })
}
