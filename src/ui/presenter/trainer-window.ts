/** Two presentations in one browser each have a trainer of their own: the channel bears the presentation's name, and so does the window. */
export const trainerWindowPrefix = 'passrole-lab-trainer-'

/** The presentation whose trainer a window is, by the window's name; undefined for any other window. */
export const trainedBy = (windowName: string): string | undefined =>
  windowName.startsWith(trainerWindowPrefix) ? windowName.slice(trainerWindowPrefix.length) || undefined : undefined

/** The channel between a presentation and its trainer. */
export const channelName = (presentation: string): string => `passrole-lab-presentation-${presentation}`
