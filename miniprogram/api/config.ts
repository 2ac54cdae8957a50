/** Where the county's API answers: the one line to change before an upload (https, a filed domain of the county). */
export const apiBase = 'https://xianjiu.example.cn/api'

export const requestTimeout = 15_000
