/** 告知承诺 (N-18, F-2): what the applicant promises and what the office promises back. Versions stay for ever. */
export const commitments = {
  '2026-07': {
    title: '我说的是真的',
    applicant: [
      '我说的情况是真的。',
      '我知道说假话要退钱,还可能受罚。',
      '需要补材料时,我会补上。',
      '我同意工作人员核实这件事。',
    ],
    office: ['我们不收任何费用。', '小额 3 天内办,急难 24 小时内办。', '不批准会写明原因。', '有意见可以打 12345。'],
  },
} as const

export type CommitmentVersion = keyof typeof commitments
export const commitmentVersions = Object.keys(commitments) as [CommitmentVersion, ...CommitmentVersion[]]
export const currentCommitment: CommitmentVersion = '2026-07'
