import { first } from './first'
import { late } from './late'

export const ja = { ...first, ...late } as const
