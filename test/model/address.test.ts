import { expect, test } from 'vitest'
import { hostOf, serviceAddress } from '../../model/service/address.ts'

test.each([
  ['https://api.example.org', 'https://api.example.org'],
  [' https://api.example.org/v1/ ', 'https://api.example.org/v1'],
  ['https://api.example.org:8443/a', 'https://api.example.org:8443/a'],
  ['http://localhost:5000', 'http://localhost:5000'],
  ['http://127.0.0.1:5000/', 'http://127.0.0.1:5000'],
  ['http://[::1]:1234/v1', 'http://[::1]:1234/v1'],
  ['http://lt.localhost', 'http://lt.localhost'],
])('%s is an address', (text, address) => expect(serviceAddress(text)).toBe(address))

test.each([
  'http://api.example.org',
  'http://localhost.example.org',
  'http://127.0.0.1.example.org',
  'http://0x7f.1.example.org',
  'http://192.168.0.4:5000',
  'https://user@api.example.org',
  'https://user:key@api.example.org',
  'https://api.example.org/?key=a',
  'https://api.example.org/#a',
  'ftp://api.example.org',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'api.example.org',
  '//api.example.org',
  '',
])('“%s” is none', (text) => expect(serviceAddress(text)).toBeUndefined())

test('an address means a host, with its port where that is not the usual one', () => {
  expect(hostOf('https://api.example.org/v1')).toBe('api.example.org')
  expect(hostOf('http://localhost:5000')).toBe('localhost:5000')
})
