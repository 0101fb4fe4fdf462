// Runs before the first paint, so that a dark page never flashes white. `lib/theme.ts` does the rest.
;(function () {
  let theme = null
  let language = null
  try {
    theme = localStorage.getItem('hopluc.theme')
    language = localStorage.getItem('hopluc.language')
  } catch {
    // Storage may be forbidden; then the system's theme and Vietnamese hold.
  }
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  if (language === 'en') document.documentElement.lang = 'en'
})()
