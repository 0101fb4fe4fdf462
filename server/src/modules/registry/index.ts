import './holding.ts'
