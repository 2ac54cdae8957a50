/** What the preview puts on its page for tests. */
declare var __phone: {
  network(state: { offline?: boolean; slow?: boolean }): void
  background(hidden: boolean): void
  wx: { reLaunch(where: { url: string }): Promise<unknown>; exitMiniProgram?: () => void }
}
declare var __mpErrors: { where: string; message: string }[]
declare var document: { title: string }
declare var location: { hash: string }
