// Before the first paint: the theme of the link, else the one that was chosen, else the system's. The app takes over from here.
(() => {
  let theme = /(?:^|[#&])theme=(light|dark)(?:&|$)/.exec(location.hash)?.[1]
  try {
    theme ??= JSON.parse(localStorage.getItem('passrole-lab/preferences') ?? '{}')?.theme
  } catch {
    // Storage is blocked or holds something else: the system decides.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
