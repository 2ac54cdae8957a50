const steps = [
  'opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom', 'rotate', 'rotateX', 'rotateY',
  'rotateZ',
  'scale', 'scaleX', 'scaleY', 'translate', 'translateX', 'translateY', 'translate3d', 'skew', 'skewX', 'skewY',
  'matrix', 'step',
]

/** An animation that accepts every step and moves nothing: the preview shows where things end. */
export function createAnimation(): object {
  const animation: Record<string, () => unknown> = { export: () => ({ actions: [] }) }
  for (const name of steps) animation[name] = () => animation
  return animation
}
