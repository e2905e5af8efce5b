#include <stdint.h>
#include "x.h"
#define F(x) {x
/* int f(char a, char b) { */
static const int t[2] = {1, 2};
const char *s = "int g(char a, char b) {\"";
uint64_t mul8x2u_07F(const uint64_t A /* 8 bits */, const uint64_t B)
{
  uint64_t O = 0; char c = '{';
  O |= (((B >> 4)&1)&1) << 0; \
  if (O) { return t[1]; }
  return O;
}
unsigned short h(unsigned char, register int b) { return mul8x2u_07F(b, b); }
