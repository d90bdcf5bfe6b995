import { first } from './first'
import { late } from './late'
import { widgets } from './widgets'

export const en = { ...first, ...late, ...widgets } as const
