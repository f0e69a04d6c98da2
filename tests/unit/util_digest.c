/* SHA-256 by the examples of FIPS 180-4 (csrc.nist.gov), and by pieces. */
#include "util/digest.h"

#include "tap.h"

#include <stdlib.h>

int main(void)
{
	static const char two[] =
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
	const struct digest_piece pieces[] = {{"a", 1}, {NULL, 0}, {"bc", 2}};
	char out[DIGEST_SIZE], *million = malloc(1000000);

	digest_bytes(out, "", 0);
	is_str(out,
	       "e3b0c44298fc1c149afbf4c8996fb924"
	       "27ae41e4649b934ca495991b7852b855",
	       "nothing");
	digest_bytes(out, "abc", 3);
	is_str(out,
	       "ba7816bf8f01cfea414140de5dae2223"
	       "b00361a396177a9cb410ff61f20015ad",
	       "one block");
	digest_bytes(out, two, sizeof(two) - 1);
	is_str(out,
	       "248d6a61d20638b8e5c026930c3e6039"
	       "a33ce45964ff2167f6ecedd419db06c1",
	       "two blocks");
	if (million) {
		memset(million, 'a', 1000000);
		digest_bytes(out, million, 1000000);
		is_str(out,
		       "cdc76e5c9914fb9281a1c7e284d73e67"
		       "f1809a48a497200e046d39ccc7112cd0",
		       "a million letters");
	}
	digest_hex(out, pieces, 3);
	is_str(out,
	       "ba7816bf8f01cfea414140de5dae2223"
	       "b00361a396177a9cb410ff61f20015ad",
	       "by pieces");
	free(million);
	return done_testing();
}
