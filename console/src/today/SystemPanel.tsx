import { clockTaskLabels } from '../../../worker/contract/labels.ts'
import type { ClockTask, SystemView } from '../../../worker/contract/system.ts'
import { Refused } from '../api/call.ts'
import type { Read } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { failureOf, megabytes, missedWords, weChatWords, whenWords } from './system-words.ts'

/** The last check, backup and round, for whoever answers for the machine; nobody else sees a line of it. */
export function SystemPanel({ system }: { system: Read<SystemView> }) {
  const { answer, failure, again } = system
  if (failure instanceof Refused && failure.problem.code === 'post_required') return null
  if (!answer && !failure) return null
  return (
    <section aria-labelledby="system-title">
      <h2 id="system-title">系统</h2>
      {failure && <FailureNote failure={failure} again={again} />}
      {answer && <SystemTable view={answer} />}
    </section>
  )
}

function SystemTable({ view }: { view: SystemView }) {
  const { tick, tasks, onServer, wechat } = view
  return (
    <table class="list system">
      <caption class="unseen">系统</caption>
      <thead><tr><th scope="col">事项</th><th scope="col">最近一次</th><th scope="col">结果</th></tr></thead>
      <tbody>
        {tasks.map((one) => <TaskRow key={one.task} view={view} {...one} />)}
        {onServer && (
          <tr><td>核账和备份</td><td class="quiet">不在这里</td><td>由数据库服务器负责,请问机房。</td></tr>
        )}
        <tr>
          <td>定时任务</td>
          <td>{whenWords(tick.at)}</td>
          <td>{tick.at === null ? <NotYet /> : tick.late ? <span class="tag late">已停,请找系统管理员</span> : <span class="quiet">正常</span>}</td>
        </tr>
        {wechat && (
          <tr><td>微信登录</td><td>{whenWords(wechat.at)}</td><td><span class="tag late">{weChatWords(wechat)}</span></td></tr>
        )}
      </tbody>
    </table>
  )
}

function TaskRow({ view, task, doneAt, late, missed, failure }: ClockTask & { view: SystemView }) {
  return (
    <tr>
      <td>{clockTaskLabels[task]}</td>
      <td>{whenWords(doneAt)}</td>
      <td>
        {failure && <span class="tag late">没有做成:{failureOf(failure)}</span>}
        {late && <> <span class="tag late">超过一天没有做</span></>}
        {doneAt === null && !failure && <NotYet />}
        {doneAt !== null && (!failure || task !== 'checkpoint') && <> <Result task={task} view={view} /></>}
        {missed && <> <span class="quiet">{missedWords(missed)}</span></>}
      </td>
    </tr>
  )
}

const NotYet = () => <span class="tag owed">还没有,到时候会自己做</span>

function Result({ task, view: { findings, backup } }: { task: ClockTask['task']; view: SystemView }) {
  if (task === 'verify' && findings)
    return findings.count > 0 ? <span class="tag late">{findings.count} 处不符</span> : <span class="quiet">全部相符</span>
  if (task !== 'backup' || !backup) return <span class="quiet">正常</span>
  return (
    <span class="quiet">
      已打开检查,{megabytes(backup.bytes)},{backup.photoCount} 张照片
      {backup.missingPhotoCount > 0 && <> <span class="tag owed">少 {backup.missingPhotoCount} 张照片</span></>}
    </span>
  )
}

