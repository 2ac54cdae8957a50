import { showPeople } from './people.ts'
import { keepState, readState, screenAddress, sizes, type FrameState } from './state.ts'

const state: FrameState = readState(location.search)
const screen = document.querySelector<HTMLIFrameElement>('#screen')!
const device = document.querySelector<HTMLElement>('#device')!
const tools = document.querySelector<HTMLElement>('#tools')!
const narrow = matchMedia('(max-width: 640px)')
let hash = location.hash

const box = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`#${id}`)!
const press = (id: string): HTMLButtonElement => document.querySelector<HTMLButtonElement>(`#${id}`)!

void showPeople(state.openid, (openid) => {
  const before = state.openid
  if (before && before !== openid) {
    hash = ''
    state.phone = box('same-phone').checked ? state.phone || before : ''
  }
  state.openid = openid
  restart()
})
showSizes()
listenToSwitches()
listenToButtons()
fit()

/** Shows the phone anew: as if it were taken out of a pocket. */
function restart(): void {
  keepState(state, hash)
  const { location: shown } = screen.contentWindow!
  const wanted = new URL(screenAddress(state, narrow.matches, hash), location.href)
  if (shown.search === wanted.search) shown.reload()
  else shown.replace(wanted)
}

function showSizes(): void {
  document.querySelector('#sizes')!.append(...sizes.map((size) => {
    const label = document.createElement('label')
    const input = Object.assign(document.createElement('input'), {
      type: 'radio', name: 'size', value: size, checked: size === state.size,
    })
    input.addEventListener('change', () => {
      state.size = size
      keepState(state, hash)
      fit()
    })
    label.append(input, size.replace('x', '×'))
    return label
  }))
}

function listenToSwitches(): void {
  for (const name of ['care', 'offline', 'slow'] as const) {
    box(name).checked = state[name]
    box(name).addEventListener('change', () => {
      state[name] = box(name).checked
      keepState(state, hash)
      if (name === 'care') restart()
      else screen.contentWindow?.__phone?.network({ offline: state.offline, slow: state.slow })
    })
  }
}

function listenToButtons(): void {
  const away = press('background')
  press('restart').addEventListener('click', restart)
  away.addEventListener('click', () => {
    const hidden = away.getAttribute('aria-pressed') !== 'true'
    away.setAttribute('aria-pressed', String(hidden))
    away.textContent = hidden ? '回到前台' : '切到后台'
    screen.contentWindow?.__phone?.background(hidden)
  })
  const show = (open: boolean): void => {
    tools.toggleAttribute('data-open', open)
    press('open-tools').setAttribute('aria-expanded', String(open))
    if (open) tools.querySelector<HTMLElement>('input:checked, input')?.focus()
    else press('open-tools').focus()
  }
  press('open-tools').addEventListener('click', () => show(!tools.hasAttribute('data-open')))
  press('close-tools').addEventListener('click', () => show(false))
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && tools.hasAttribute('data-open')) show(false)
  })
}

/** A window that is lower than the phone shows it smaller, never cut off. */
function fit(): void {
  const [width = 390, height = 844] = state.size.split('x').map(Number)
  device.style.setProperty('--width', String(width))
  device.style.setProperty('--height', String(height))
  device.style.setProperty('--scale', String(Math.min(1, (innerHeight - 32) / (height + 24))))
}

addEventListener('resize', fit)
narrow.addEventListener('change', restart)
addEventListener('message', ({ source, data }: MessageEvent<{ page?: string }>) => {
  if (source !== screen.contentWindow || typeof data.page !== 'string') return
  hash = data.page
  keepState(state, hash)
})
