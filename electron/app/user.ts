import { userInfo } from 'node:os'

/** The name that the system knows the person by, which versions carry; empty where it has none. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without an entry in the system's list of users, as in some containers.
    return ''
  }
}
