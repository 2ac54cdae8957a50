/** Words that every form and list shares. */
export const formWords = {
  optional: '(可不填)',
} as const

export const formSays = {
  faults: (count: number) => `有 ${count} 处需要修改`,
} as const

export const photoWords = {
  add: '拍照或选照片',
  name: '照片',
  sending: '上传中',
  sent: '已上传',
  waiting: '等待上传',
  failed: '没传上',
  retry: '重传',
  remove: '删除',
  loading: '照片加载中',
  lost: '没有加载出来,点一下再试',
} as const

/** Said where no page stands behind. */
export const photoSays = {
  refused: '没有允许用照片。没有照片也能提交',
} as const

export const stateWords = {
  loading: '正在打开…',
  again: '再试一次',
  requestId: '编号',
} as const
