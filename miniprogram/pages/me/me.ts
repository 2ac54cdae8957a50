/** Who is signed in here, large print, the remembered township, and the way out. */
import { knownTownships, myTownship, rememberTownship, signOut, townships } from '../../api/identity.ts'
import { ensureSession, session } from '../../api/session.ts'
import { meWords } from '../../labels/follow.ts'
import { frameNow, setCareMode } from '../../theme/frame.ts'
import { postLabels } from '../../../worker/contract/labels.ts'

Page({
  data: { frame: frameNow(), t: meWords, name: '', signedIn: false, posts: [] as string[], townNames: [] as string[], town: '',
  townIndex: -1, asking: false },
  onShow() {
    this.show()
    void Promise.all([ensureSession(), townships()]).then(() => this.show())
  },
  show() {
    const person = session()
    const towns = knownTownships()
    const mine = myTownship()
    this.setData({
      frame: frameNow(), name: person ? person.person.name ?? meWords.applicant : meWords.nobody,
      signedIn: person !== null, posts: (person?.posts ?? []).map((post) => `${postLabels[post.kind]} ${post.area}`),
      townNames: towns.map((town) => town.name), town: mine?.name ?? '',
      townIndex: towns.map((town) => town.code).indexOf(mine?.code ?? ''),
    })
  },
  switchCare() {
    setCareMode(!this.data.frame.care)
    this.show()
  },
  pickTown(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const town = knownTownships()[Number(event.detail.value)]
    if (town) rememberTownship(town.code)
    this.show()
  },
  devices() {
    void wx.navigateTo({ url: '/pages/devices/devices' })
  },
  openPolicy() {
    void wx.navigateTo({ url: '/pages/policy/policy' })
  },
  openOwn() {
    void wx.navigateTo({ url: '/pages/own/own' })
  },
  bindPost() {
    void wx.navigateTo({ url: '/official/bind/bind' })
  },
  pin() {
    void wx.navigateTo({ url: '/official/pin/pin?do=change' })
  },
  askSignOut() {
    this.setData({ asking: true })
  },
  stay() {
    this.setData({ asking: false })
  },
  leave() {
    signOut()
    void wx.reLaunch({ url: '/pages/home/home' })
  },
})
