import { useEffect } from 'preact/hooks'
import { FailureNote } from '../lists/FailureNote.tsx'
import { QrCode } from './QrCode.tsx'
import { useDeskAsk } from './use-desk-ask.ts'

/** Signing in by one's own phone: a QR code, or the six digits beside it. A demo waits to be asked for it. */
export function DeskDoor({ atOnce }: { atOnce: boolean }) {
  const { ask, ended, failure, start } = useDeskAsk()
  useEffect(() => { if (atOnce) start() }, [atOnce])
  return (
    <section class="panel" aria-labelledby="scan-title">
      <h2 id="scan-title">用手机扫码登录</h2>
      {failure && <FailureNote failure={failure} again={start} />}
      {ask && (
        <div class="scan">
          <QrCode text={ask.qr} label="登录二维码" />
          <div>
            <p>手机打开"先救",进工作台,点"登录电脑工作台",扫这个码。</p>
            <p>不方便扫,就在手机上写这 6 位数字:</p>
            <p class="digits">{ask.code.slice(0, 3)} {ask.code.slice(3)}</p>
            <p class="quiet" role="status">等手机确认。2 分钟内有效。</p>
          </div>
        </div>
      )}
      {!ask && !failure && <Ended how={ended} start={start} />}
    </section>
  )
}

function Ended({ how, start }: { how: 'not yet' | 'over' | 'refused' | null; start(): void }) {
  return (
    <>
      {how === 'over' && <p class="note owed" role="status">这个码已过期。</p>}
      {how === 'refused' && <p class="note late" role="alert">手机上选了"不是我",没有登录。</p>}
      <div class="acts"><button type="button" class="main" onClick={start}>{how === 'not yet' ? '显示二维码' : '换一个新码'}</button></div>
    </>
  )
}
