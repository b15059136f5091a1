/** A certificate that nobody vouches for, and its key: for tests of TLS on this computer, good for a hundred years. */
export const testCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUd6lHcHRn3U2V9/cT/ffopQX1UAkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA4NDc1N1oYDzIxMjYxMDI5
MDg0NzU3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS9ednb0/wBysUYkMpc+zNR9wxpbMj/yw+nLN113h1z6k6CF+2T7CqR
QuxXfyBI51lokgL3VEg5hEJ1+syq/ZWoo1MwUTAdBgNVHQ4EFgQU3mjy+UmhBW9+
Ys3M0s1Rl9J9/wcwHwYDVR0jBBgwFoAU3mjy+UmhBW9+Ys3M0s1Rl9J9/wcwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAqmMxjxD/2W5vPSSXaiuz
0UbQBFYdNWxESaEKIRFPdR8CIHN7jn06iVMm4LYrgLxvtOc2w5xo6k4MKLqTVYh0
sNfC
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgG2v1hARap7ieMNkB
ipuPPcdBuAwo2Ds2NBfV/q0b2hWhRANCAAS9ednb0/wBysUYkMpc+zNR9wxpbMj/
yw+nLN113h1z6k6CF+2T7CqRQuxXfyBI51lokgL3VEg5hEJ1+syq/ZWo
-----END PRIVATE KEY-----
`,
};
