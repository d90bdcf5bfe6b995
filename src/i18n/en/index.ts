import { first } from './first'
import { late } from './late'

export const en = { ...first, ...late } as const
