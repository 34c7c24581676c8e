import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { checkKey } from './check-key.ts'
import type { AttachmentStore } from './store.ts'

export interface S3Settings {
  /** e.g. https://s3.example.org; the bucket is part of the path, which every compatible store understands */
  endpoint: string
  bucket: string
  accessKey: string
  secretKey: string
  region: string
}

const LONGEST_REQUEST_MS = 30_000

/** Keeps attachments as objects of an S3-compatible store: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html */
export function createS3Store({
  endpoint,
  bucket,
  accessKey,
  secretKey,
  region,
}: S3Settings): AttachmentStore {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: true,
    // not every compatible store knows the newer checksums
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (key: string) => ({ Bucket: bucket, Key: checkKey(key) })
  const options = () => ({ abortSignal: AbortSignal.timeout(LONGEST_REQUEST_MS) })
  return {
    put: async (key, bytes, mediaType) => {
      const object = { ...place(key), Body: bytes, ContentType: mediaType }
      await client.send(new PutObjectCommand(object), options())
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)), options())
        return Body ? await Body.transformToByteArray() : null
      } catch (error) {
        if (isNotThere(error)) return null
        throw error
      }
    },
    delete: async (key) => {
      try {
        await client.send(new DeleteObjectCommand(place(key)), options())
      } catch (error) {
        if (!isNotThere(error)) throw error
      }
    },
  }
}

/** The object is not there; a bucket that is not there is for the operator to put right. */
function isNotThere(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    error.$metadata.httpStatusCode === 404 &&
    error.name !== 'NoSuchBucket'
  )
}
