import type { ClockTask, SystemView } from '../../../worker/contract/system.ts'
import { dayWords, instantWords } from '../words/dates.ts'

const failures: Record<string, string> = {
  no_space: '磁盘空间不够',
  ENOSPC: '磁盘空间不够',
  storage_full: '磁盘空间不够',
  damaged: '备份检查没有通过',
  wrong_folder: '找不到数据目录',
  wrong_target: '备份文件夹不能用',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '没有写入权限',
  busy: '数据库忙',
  CHECKPOINT_KEY_FILE: '没有设置签名密钥',
  contradicts_checkpoint: '和以前的存证不符',
}

/** Why a task failed; what has no words yet is named by its code, for whoever looks it up in the log. */
export const failureOf = ({ error }: NonNullable<ClockTask['failure']>): string => failures[error] ?? `出了错(${error})`

export const missedWords = ({ from, until }: NonNullable<ClockTask['missed']>): string =>
  from === until ? `${dayWords(from)}没有做,已补一次` : `${dayWords(from)}到${dayWords(until)}没有做,已补一次`

export const whenWords = (at: string | null): string => (at === null ? '' : instantWords(at))

/** 1.5 MB. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const weChatNumbers: Record<number, string> = {
  40013: 'AppID 不对',
  40125: 'AppSecret 不对',
  40164: '服务器的 IP 不在白名单里',
  40243: 'AppSecret 被冻结',
  48001: '没有这个接口的权限',
  50002: '账号被封',
}

/** What WeChat last refused us with, for whoever set up the account. */
export const weChatWords = ({ errcode }: NonNullable<SystemView['wechat']>): string =>
  errcode === null ? '连不上微信' : `${weChatNumbers[errcode] ?? '微信拒绝'}(${errcode})`
