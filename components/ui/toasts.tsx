'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { toastsMontados } from './toast';

/** Where `toast.success('…')` shows: low and left, off the ticket and above the phone's tab bar. */
export default function Toasts() {
  useEffect(() => toastsMontados(toast), []);
  return (
    <Sonner
      position="bottom-left"
      containerAriaLabel="Avisos"
      gap={8}
      style={{ fontFamily: 'inherit' }}
      offset={20}
      mobileOffset={{ bottom: 'calc(4.75rem + env(safe-area-inset-bottom))', left: 12, right: 12 }}
      icons={{
        success: <CircleCheck aria-hidden="true" className="size-5 text-hecho" />,
        error: <CircleAlert aria-hidden="true" className="size-5 text-falta" />,
        warning: <TriangleAlert aria-hidden="true" className="size-5 text-aviso" />,
        info: <Info aria-hidden="true" className="size-5 text-tinta-2" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full sm:w-[22rem] items-center gap-3 rounded-md border border-borde-fuerte bg-superficie px-4 py-3 text-sm text-tinta shadow-sombra',
          icon: 'shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'num mt-0.5 text-tinta-2',
          actionButton:
            'h-8 shrink-0 rounded-sm px-2.5 font-semibold text-marca hover:bg-marca-suave pointer-coarse:h-11',
          cancelButton: 'h-8 shrink-0 rounded-sm px-2.5 text-tinta-2 hover:bg-superficie-2 pointer-coarse:h-11',
        },
      }}
    />
  );
}
