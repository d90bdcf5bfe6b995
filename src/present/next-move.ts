import type { MessageKey } from '../i18n'
import type { DenialKind, Denied } from './reason'

/** What to do about a denial where its check alone does not say it. */
const moves: Partial<Record<DenialKind, MessageKey>> = {
  'call-explicit': 'move.explicit',
  'pass-explicit': 'move.explicit',
  'trust-explicit': 'move.explicit',
  'direct-explicit': 'move.explicit',
  'permission-explicit': 'move.explicit',
  'boundary-explicit': 'move.explicit',
  'session-explicit': 'move.explicit',
  'scp-explicit': 'move.scp-explicit',
  'scp-implicit': 'move.scp-implicit',
  rcp: 'move.rcp',
  boundary: 'move.boundary',
  session: 'move.session',
  'permission-session': 'move.session',
  'permission-scp-implicit': 'move.scp-implicit',
  'permission-scp-explicit': 'move.scp-explicit',
  'other-account': 'move.other-account',
  'trust-condition': 'move.trust-condition',
  'direct-identity': 'move.direct-identity',
  'tag-session': 'move.tag-session',
  'source-identity': 'move.tag-session',
  'root-caller': 'move.root-caller',
  'session-duration': 'move.session-duration',
  'session-name': 'move.session-name',
  'session-policy': 'move.session-policy',
}

/** The next move after a denial, when no lesson has one of its own. */
export const moveAfter = ({ why, step }: Denied): MessageKey => moves[why] ?? `move.${step.check}`
