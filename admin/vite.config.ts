import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Packages that every page needs go into chunks of their own: they stay cached while the pages change. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom)[\\/]/ },
  { name: 'mui', test: /node_modules[\\/](@mui|@emotion|react-transition-group|@popperjs)[\\/]/ },
  { name: 'react-admin', test: /node_modules[\\/](ra-[a-z0-9-]+|react-admin|react-hook-form|@tanstack)[\\/]/ },
];

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // data: URLs would need a hole in the content security policy
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: {
    port: 5173,
    proxy: { '/graphql': 'http://localhost:4000', '/files': 'http://localhost:4000' },
  },
});
