import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, origenesDePusher } from './content-security';

describe('contentSecurityPolicy', () => {
  const politica = contentSecurityPolicy({ nonce: 'abc', desarrollo: false, conexiones: ['wss://ws.example.bo'] });

  it('runs only scripts that carry the nonce of the answer', () => {
    expect(politica).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(politica).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('lets nobody else frame the page, change its base or receive its forms', () => {
    expect(politica).toContain("frame-ancestors 'self'");
    expect(politica).toContain("base-uri 'none'");
    expect(politica).toContain("form-action 'self'");
    expect(politica).toContain("object-src 'none'");
  });

  it('talks to the shop and to the origins given', () => {
    expect(politica).toContain("connect-src 'self' wss://ws.example.bo;");
  });

  it('relaxes for development only', () => {
    expect(contentSecurityPolicy({ nonce: 'abc', desarrollo: true })).toContain("'unsafe-eval'");
  });
});

describe('origenesDePusher', () => {
  it('is nothing without Pusher, the cluster of Pusher, or the own server', () => {
    expect(origenesDePusher({ cluster: 'mt1' })).toEqual([]);
    expect(origenesDePusher({ key: 'k', cluster: 'sa1' })).toEqual([
      'wss://ws-sa1.pusher.com',
      'https://sockjs-sa1.pusher.com',
    ]);
    expect(origenesDePusher({ key: 'k', publicUrl: 'https://ws.tienda.bo/x' })).toEqual([
      'https://ws.tienda.bo',
      'wss://ws.tienda.bo',
    ]);
  });
});
