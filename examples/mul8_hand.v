// An approximate 8 x 8 multiplier, written by hand: the ripple-carry array, with
// the cells of its nine lowest columns replaced by OR gates. An OR gate gives
// the sum of two bits unless both are 1, and passes no carry on.

module array_cell #(parameter APPROXIMATE = 0) (
  input  partial, above, carry_in,
  output sum, carry_out
);
  generate
    if (APPROXIMATE) begin
      assign sum = partial | above;
      assign carry_out = 1'b0;
    end else begin
      assign sum = partial ^ above ^ carry_in;
      assign carry_out = (partial & above) | (carry_in & (partial ^ above));
    end
  endgenerate
endmodule

// Adds the partial products of one bit of b to the row above.
module array_row #(parameter ROW = 1, parameter CUT = 9) (
  input  [7:0] a,
  input        b_bit,
  input  [8:0] above,
  output [8:0] sum
);
  wire [8:0] carry;
  assign carry[0] = 1'b0;
  assign sum[8] = carry[8];
  genvar i;
  generate
    for (i = 0; i < 8; i = i + 1) begin : columns
      array_cell #(.APPROXIMATE(i + ROW < CUT)) one (
        .partial(a[i] & b_bit), .above(above[i + 1]), .carry_in(carry[i]),
        .sum(sum[i]), .carry_out(carry[i + 1]));
    end
  endgenerate
endmodule

module mul8_hand (
  input  [7:0]  a,
  input  [7:0]  b,
  output [15:0] product
);
  wire [8:0] row [0:7];
  assign row[0] = {1'b0, a & {8{b[0]}}};
  genvar j;
  generate
    for (j = 1; j < 8; j = j + 1) begin : rows
      array_row #(.ROW(j)) one (.a(a), .b_bit(b[j]), .above(row[j - 1]), .sum(row[j]));
      assign product[j - 1] = row[j - 1][0];
    end
  endgenerate
  assign product[15:7] = row[7];
endmodule
