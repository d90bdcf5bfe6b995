/** Calls that try some roles before they return, and leave others for later. */
export const turns = {
  'credentials-now.body': 'The call is still running, and {r:waiting} has not been asked yet. {u:user} never sees the keys.',
  'returned-both': 'The call succeeds and returns. {r:waiting} is still to come.',
} as const
