import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

/** `answer`: the line of JSON that it printed, or null. */
export type Ended = { code: number | null; answer: unknown; stderr: string }

/** Where one of our own programs lies: the built server has them beside it, the source one floor up. */
export function programUrl(name: string): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../${name}.ts` : `./${name}.js`, import.meta.url)
}

/**
 * One of our own commands in a process of its own, behind everybody else's work: what takes seconds there stops nobody
 * here. `signal` ends it.
 */
export function runProgram(name: string, args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', fileURLToPath(programUrl(name)), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, answer: jsonOf(stdout), stderr }))
    stepBack(child.pid)
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Where the system does not let us, the program works at everybody's pace. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // it may be over already
  }
}
