/** The mark: two stalks leaning on one stem, a sheaf held together. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="4" fill="#a3131c" />
      <g fill="none" stroke="#fff" strokeWidth="1.7" strokeLinecap="round">
        <path d="M11 18V4.2M11 14.6C7.6 13.4 5.6 10.4 5.4 6.2M11 14.6c3.4-1.2 5.4-4.2 5.6-8.4M7.4 15.9h7.2" />
      </g>
    </svg>
  )
}
