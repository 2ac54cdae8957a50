import type { GeneralBehavior, GeneralComponent } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

const waiting: GeneralComponent[] = []

/** Fires `ready` after a component was laid out, children first: glass-easel leaves that to its host. */
export function readyBehavior(space: CodeSpace): GeneralBehavior {
  return space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: { _$?: GeneralComponent }) {
        if (waiting.length === 0) requestAnimationFrame(flush)
        if (this._$) waiting.push(this._$)
      },
    },
  } as never) as unknown as GeneralBehavior
}

function flush(): void {
  const now = waiting.splice(0)
  for (const component of now.reverse()) component.triggerLifetime('ready', [])
}
