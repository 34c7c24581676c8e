/** Seconds of an Ogg Opus recording, from the last page's position (48,000 samples a second); 0 for anything else. */
export function oggDuration(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const page = buffer.lastIndexOf('OggS')
  if (page < 0 || page + 14 > buffer.length) return 0
  return Math.max(0, Math.round(Number(buffer.readBigInt64LE(page + 6)) / 48_000))
}
