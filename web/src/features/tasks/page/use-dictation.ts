import { useEffect, useRef, useState } from 'react'
import * as z from 'zod'
import { locale } from '../../../lib/i18n.ts'

/** The part of the browser's speech recognition that is used; not every browser has it. */
interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  start: () => void
  stop: () => void
}
type Maker = new () => Recognition

/** What the browser heard: each result with its likeliest words. */
const Heard = z.object({
  resultIndex: z.number(),
  results: z.custom<ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>>(
    (value) => typeof value === 'object' && value !== null,
  ),
})

function findMaker(): Maker | undefined {
  const found: unknown =
    Reflect.get(globalThis, 'SpeechRecognition') ??
    Reflect.get(globalThis, 'webkitSpeechRecognition')
  const isMaker = (value: unknown): value is Maker => typeof value === 'function'
  return isMaker(found) ? found : undefined
}

export const canDictate = (): boolean => findMaker() !== undefined

/** Listens in the language of the page; whole phrases are handed over as they are understood. */
export function useDictation(onWords: (words: string) => void, startsAtOnce: boolean) {
  const [isOn, setIsOn] = useState(false)
  const [heard, setHeard] = useState('')
  const [isDenied, setIsDenied] = useState(false)
  const running = useRef<Recognition | undefined>(undefined)
  const latest = useRef(onWords)
  useEffect(() => {
    latest.current = onWords
  })

  const start = () => {
    const Maker = findMaker()
    if (!Maker) return
    const recognition = new Maker()
    recognition.lang = locale()
    recognition.continuous = true
    recognition.interimResults = true
    recognition.addEventListener('result', (event) => {
      const { data } = Heard.safeParse({
        resultIndex: Reflect.get(event, 'resultIndex'),
        results: Reflect.get(event, 'results'),
      })
      if (!data) return
      const results = Array.from(data.results).slice(data.resultIndex)
      const words = (isFinal: boolean) =>
        results
          .filter((result) => result.isFinal === isFinal)
          .map((result) => result[0]?.transcript.trim() ?? '')
          .join(' ')
      if (words(true)) latest.current(words(true))
      setHeard(words(false))
    })
    recognition.addEventListener('error', (event) =>
      setIsDenied(Reflect.get(event, 'error') === 'not-allowed'),
    )
    recognition.addEventListener('end', () => {
      setIsOn(false)
      setHeard('')
    })
    recognition.start()
    running.current = recognition
    setIsOn(true)
  }
  const begin = useRef(start)
  useEffect(() => {
    if (startsAtOnce) begin.current()
    return () => running.current?.stop()
  }, [startsAtOnce])

  return {
    canListen: canDictate(),
    isOn,
    heard,
    isDenied,
    toggle: () => (isOn ? running.current?.stop() : start()),
  }
}
