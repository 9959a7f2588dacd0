import { ImpresoraError, type Puerta, type Transporte } from './transporte';

/** What of WebUSB is used here (https://wicg.github.io/webusb); TypeScript's DOM library does not have it. */
export type Usb = {
  requestDevice: (o: { filters: readonly { classCode: number }[] }) => Promise<AparatoUsb>;
  getDevices: () => Promise<AparatoUsb[]>;
};
export type AparatoUsb = {
  productName?: string;
  opened: boolean;
  configuration: { interfaces: readonly InterfazUsb[] } | null;
  open: () => Promise<void>;
  selectConfiguration: (n: number) => Promise<void>;
  claimInterface: (n: number) => Promise<void>;
  releaseInterface: (n: number) => Promise<void>;
  transferOut: (endpoint: number, datos: Uint8Array) => Promise<{ status: string; bytesWritten: number }>;
  close: () => Promise<void>;
};
type InterfazUsb = {
  interfaceNumber: number;
  alternate: {
    interfaceClass: number;
    endpoints: readonly { direction: string; type: string; endpointNumber: number }[];
  };
};

/** USB device class of printers (USB-IF). */
const CLASE_IMPRESORA = 7;
/** Cheap controllers lose bytes of larger transfers. */
const TROZO = 4_096;

const usbDe = (): Usb | undefined => (typeof navigator === 'undefined' ? undefined : (navigator as { usb?: Usb }).usb);

/** Printers by WebUSB. Each print opens and lets go, so that another program of the device can use it in between. */
export function puertaUsb(usb: () => Usb | undefined = usbDe): Puerta {
  return {
    hay: () => usb() !== undefined,
    async elegir() {
      try {
        const aparato = await usb()?.requestDevice({ filters: [{ classCode: CLASE_IMPRESORA }] });
        return aparato ? transporteUsb(aparato) : null;
      } catch (error) {
        if (esDe(error, 'NotFoundError')) return null;
        throw new ImpresoraError('El navegador no dejó elegir la impresora.', { cause: error });
      }
    },
    async recordado() {
      const aparatos = (await usb()?.getDevices()) ?? [];
      const impresora = aparatos.find((a) => !a.configuration || salidaDe(a) !== null);
      return impresora ? transporteUsb(impresora) : null;
    },
  };
}

function transporteUsb(aparato: AparatoUsb): Transporte {
  return {
    nombre: aparato.productName?.trim() || 'Impresora USB',
    escribir: (bytes) => escribir(aparato, bytes),
  };
}

async function escribir(aparato: AparatoUsb, bytes: Uint8Array): Promise<void> {
  let interfaz: number | null = null;
  try {
    if (!aparato.opened) await aparato.open();
    if (!aparato.configuration) await aparato.selectConfiguration(1);
    const salida = salidaDe(aparato);
    if (!salida) throw new ImpresoraError('Ese aparato no recibe impresiones.');
    await aparato.claimInterface(salida.interfaz);
    interfaz = salida.interfaz;
    for (let desde = 0; desde < bytes.length; desde += TROZO) {
      const trozo = bytes.slice(desde, desde + TROZO);
      const { status, bytesWritten } = await aparato.transferOut(salida.punto, trozo);
      if (status !== 'ok' || bytesWritten !== trozo.length)
        throw new ImpresoraError('La impresora no recibió todo. Revise el papel y la tapa.');
    }
  } catch (error) {
    throw comoSeDice(error);
  } finally {
    if (interfaz !== null) await aparato.releaseInterface(interfaz).catch(() => {});
    if (aparato.opened) await aparato.close().catch(() => {});
  }
}

/** The interface of a printer and where it takes bytes. */
function salidaDe({ configuration }: AparatoUsb): { interfaz: number; punto: number } | null {
  for (const { interfaceNumber, alternate } of configuration?.interfaces ?? []) {
    const punto = alternate.endpoints.find((e) => e.direction === 'out' && e.type === 'bulk');
    if (alternate.interfaceClass === CLASE_IMPRESORA && punto)
      return { interfaz: interfaceNumber, punto: punto.endpointNumber };
  }
  return null;
}

function comoSeDice(error: unknown): ImpresoraError {
  if (error instanceof ImpresoraError) return error;
  if (esDe(error, 'SecurityError') || esDe(error, 'NetworkError'))
    return new ImpresoraError(
      'Otro programa tiene la impresora, o el sistema no la suelta. En Windows hace falta el controlador WinUSB.',
      { cause: error },
    );
  return new ImpresoraError('La impresora no responde. Revise que esté encendida y conectada.', { cause: error });
}

const esDe = (error: unknown, nombre: string) => error instanceof DOMException && error.name === nombre;
