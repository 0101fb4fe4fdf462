/** `attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx` → `Báo cáo.docx`. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=(?:UTF-8'')([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded.trim())
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]?.trim() ?? 'hop-luc'
}

/** Hands an answer to the browser as a file, under the name that the server gave it. */
export async function saveFile(response: Response): Promise<void> {
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(response.headers.get('content-disposition'))
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
