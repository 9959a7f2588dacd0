'use client';

import dynamic from 'next/dynamic';

/** Where toasts show. It comes apart from the page, right after it. */
export const Toaster = dynamic(() => import('./toasts'), { ssr: false });
