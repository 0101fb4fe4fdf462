import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const API = process.env.HOPLUC_API ?? 'http://127.0.0.1:8080'

/** JSON schemas are the server's to write; in the browser Zod's writer is weight without use. */
function withoutJsonSchema(): Plugin {
  const refuse = `const refuse = () => { throw new Error('No JSON schemas in the browser') }\n`
  return {
    name: 'without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js/ },
      handler: (code) => {
        const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(
          ([, name]) => name,
        )
        const renamed = code.includes('processSchema as process') ? ['process'] : []
        const stubs = [...names, ...renamed].map((name) => `export const ${name} = () => refuse`)
        return { code: refuse + stubs.join('\n'), map: null }
      },
    },
  }
}

/** Files that the entry imports before it can run. */
const first = new Set<string>()

/** Notes what the first load holds before Vite writes down what each later page is fetched with. */
function knowsFirstLoad(): Plugin {
  return {
    name: 'knows-first-load',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler: (_options, bundle) => {
        const reach = (file: string) => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || first.has(file)) return
          first.add(file)
          chunk.imports.forEach(reach)
        }
        for (const [file, chunk] of Object.entries(bundle))
          if (chunk.type === 'chunk' && chunk.isEntry) reach(file)
      },
    },
  }
}

/** The page itself is on its way already, and so is what the first load has brought. */
const fetchedWith = (page: string, files: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' ? files : files.filter((file) => file !== page && !first.has(file))

// No inline script or style may leave the build: the server's policy allows none without a nonce.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    optimizeLocales.vite({ locales: ['vi-VN', 'en-US'] }),
    withoutJsonSchema(),
    knowsFirstLoad(),
  ],
  server: { proxy: { '/api': API } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: fetchedWith },
    chunkSizeWarningLimit: 700,
  },
})
