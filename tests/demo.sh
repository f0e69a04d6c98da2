#!/bin/sh
# demo.sh - the main job in a minute: the report of Hải Phòng for five
# (invented) units, filled into Word files and read back from them.
set -eu
cd "$(dirname "$0")/.."
out=build/demo
form=templates/hp-2023-pl1/form.xml
rm -rf $out
mkdir -p $out

# findings are part of the job: exit 1 is "done, with findings"
step() {
	echo "\$ vanban $*"
	"$VANBAN" "$@" 2>>$out/findings.txt || [ $? = 1 ]
}

step template $form -o $out/template.docx
step bulk $out/template.docx --units fixtures/units/hai-phong.csv \
	--answers fixtures/units/hai-phong -o $out/reports
step extract $out/reports --to csv -o $out/figures.csv

# the table: units in rows, the main figures in columns
perl -CSDA -Mutf8 - fixtures/units/hai-phong.csv $out/figures.csv <<'END'
use strict; use warnings;
sub rows {	# RFC 4180 rows of a file as hashes by the header
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!\n";
	my ($text, @rows) = do { local $/; <$in> };
	$text =~ s/^\x{feff}//;
	my @row;
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\z)/g) {
		my ($cell, $end) = (defined $1 ? $1 : $2, $3);
		$cell =~ s/""/"/g;
		push @row, $cell;
		next if $end eq ',';
		push @rows, [@row] if @row > 1;
		@row = ();
		last if pos($text) >= length $text;
	}
	my $head = shift @rows;
	return map { my %h; @h{@$head} = @$_; \%h } @rows;
}
sub shown {	# the Vietnamese way: 1.234, 97,4
	my ($n, $after) = (@_, '');
	return '…' if !defined $n || $n eq '';
	my ($whole, $part) = split /\./, $n;
	1 while $whole =~ s/^(-?\d+)(\d{3})/$1.$2/;
	return $whole . (defined $part ? ",$part" : '') . $after;
}
my @columns = (
	['LMS', 's31_lms_csgd_n', ''],
	['Học liệu', 's31_material_total_n', ''],
	['Quản trị', 's32_mgmt_csgd_n', ''],
	['Tỷ lệ', 's32_mgmt_pct', '%'],
	['Không TM', 's32_cashless_pct', '%'],
	['Chữ ký số', 's32_esign_teacher_n', ''],
);
my %name = map { $_->{code} => $_->{name} } rows($ARGV[0]);
my @table = ([ 'Đơn vị', map { $_->[0] } @columns ]);
for my $r (rows($ARGV[1])) {
	push @table, [ $name{$r->{unit}} // $r->{unit},
		map { shown($r->{$_->[1]}, $_->[2]) } @columns ];
}
my @width;
for my $row (@table) {
	for my $i (0 .. $#$row) {
		my $n = length $row->[$i];
		$width[$i] = $n if $n > ($width[$i] // 0);
	}
}
sub rule {
	my ($l, $m, $r) = @_;
	print '  ', $l, join($m, map { '─' x ($_ + 2) } @width), $r, "\n";
}
print "\n";
rule('┌', '┬', '┐');
for my $k (0 .. $#table) {
	my $row = $table[$k];
	print '  │', join('│', map {
		my $pad = ' ' x ($width[$_] - length $row->[$_]);
		$_ ? " $pad$row->[$_] " : " $row->[$_]$pad "
	} 0 .. $#$row), "│\n";
	rule('├', '┼', '┤') if $k == 0;
}
rule('└', '┴', '┘');
END
cat <<'END'
   LMS: schools on a learning platform · Học liệu: learning materials
   Quản trị, tỷ lệ: schools with management software, their rate
   Không TM: cashless fees · Chữ ký số: teachers with a digital signature

END
echo "  template   $out/template.docx        mẫu trống, open it in Word"
echo "  reports    $out/reports/*.docx       báo cáo đã điền, one for each unit"
echo "  figures    $out/figures.csv          số liệu đọc lại từ năm tệp Word"
echo "  findings   $out/findings.txt         $(grep -c '\[' $out/findings.txt || :) chỗ cần xem lại"
if command -v soffice >/dev/null 2>&1; then
	echo
	echo "  LibreOffice is here; to see a page:"
	echo "  soffice --headless --convert-to pdf --outdir $out" \
		"$out/reports/PGD-SN.docx"
fi
