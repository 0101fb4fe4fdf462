const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font',
  'text-anchor',
] as const
const SCALE = 2

/** Saves a drawing of the page as a picture to paste into a report, on white, twice its size. */
export async function savePicture(svg: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal
  const blob = new Blob([standingAlone(svg)], { type: 'image/svg+xml' })
  const url = URL.createObjectURL(blob)
  try {
    const image = new Image()
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve)
      image.addEventListener('error', reject)
      image.src = url
    })
    const canvas = document.createElement('canvas')
    canvas.width = width * SCALE
    canvas.height = height * SCALE
    const pen = canvas.getContext('2d')
    if (!pen) return
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const link = document.createElement('a')
    link.href = canvas.toDataURL('image/png')
    link.download = `${name}.png`
    link.click()
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Saves it as a drawing that any size of print takes. */
export function saveDrawing(svg: SVGSVGElement, name: string): void {
  const url = URL.createObjectURL(new Blob([standingAlone(svg)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.svg`
  link.click()
  URL.revokeObjectURL(url)
}

/** The drawing with its look in itself: outside the page it has no style sheet. */
function standingAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  const [from, to] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  to.forEach((element, index) => {
    const source = from[index]
    if (!source) return
    const style = getComputedStyle(source)
    for (const key of KEPT) element.setAttribute(key, style.getPropertyValue(key))
    element.setAttribute('style', `font: ${style.font}`)
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const { width, height } = svg.viewBox.baseVal
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}
