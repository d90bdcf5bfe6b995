// The link's theme, else the chosen one, else the system's, before the first paint.
(() => {
  let theme = /(?:^|[#&])theme=(light|dark)(?:&|$)/.exec(location.hash)?.[1]
  try {
    // An embedded page is not this reader's visit.
    if (!/(?:^|[#&])embed=1(?:&|$)/.test(location.hash)) theme ??= JSON.parse(localStorage.getItem('passrole-lab/preferences') ?? '{}')?.theme
  } catch {
    // No storage: the system decides.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
