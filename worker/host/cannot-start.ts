/** Why the program does not start, in a sentence for whoever starts it. Anything else that is thrown then is a bug. */
export class CannotStart extends Error {}

/** What the system or SQLite said about the data folder, with the setting to change. */
export function folderProblem(thrown: unknown, dataDir: string): unknown {
  const code = codeOf(thrown)
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_(CANTOPEN|READONLY|PERM))/.test(code))
    return new CannotStart(`数据目录 ${dataDir} 不能写,请改 DATA_DIR 或它的权限(${code})。`, { cause: thrown })
  if (/^(EIO|SQLITE_IOERR)/.test(code))
    return new CannotStart(`数据目录 ${dataDir} 所在的磁盘读写出错,请检查磁盘(${code})。`, { cause: thrown })
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return new CannotStart(`数据目录 ${dataDir} 所在的磁盘满了(DATA_DIR)。`, { cause: thrown })
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return new CannotStart(`${dataDir} 里的 county.db 已损坏,请用备份(DATA_DIR)。`, { cause: thrown })
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new CannotStart(`别的程序正占着 ${dataDir} 里的 county.db,请稍后再试(DATA_DIR)。`, { cause: thrown })
  return thrown
}

/** What the system said about the address to listen on, with the setting to change. */
export function addressProblem(thrown: unknown, host: string, port: number): unknown {
  const code = codeOf(thrown)
  if (code === 'EADDRINUSE')
    return new CannotStart(`端口 ${port} 已有程序在用,请改 PORT 或先停掉它。`, { cause: thrown })
  if (code === 'EACCES') return new CannotStart(`没有权限使用端口 ${port},请改 PORT。`, { cause: thrown })
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_)/.test(code))
    return new CannotStart(`这台机器没有地址 ${host},请改 HOST。`, { cause: thrown })
  return thrown
}

const codeOf = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '')
