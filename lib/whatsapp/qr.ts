import QRCode from 'qrcode';

/** A text as a QR code that a phone reads from a screen: a PNG in a `data:` address. */
export function qrComoImagen(texto: string): Promise<string> {
  return QRCode.toDataURL(texto, { errorCorrectionLevel: 'L', margin: 3, width: 360 });
}
