import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const API = process.env.HOPLUC_API ?? 'http://127.0.0.1:8080'

// No inline script or style may leave the build: the server's policy allows none without a nonce.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), optimizeLocales.vite({ locales: ['vi-VN', 'en-US'] })],
  server: { proxy: { '/api': API } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
})
