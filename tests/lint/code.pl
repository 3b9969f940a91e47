#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# code.pl - C without comments and without the contents of texts, one line as FILE:N:CODE,
# so that the lints look at code only. The names of headers stay.
use strict;
use warnings;

for my $file (@ARGV) {
	open my $in, '<', $file or die "$file: $!\n";
	local $/;
	my $text = <$in>;
	$text =~ s{(/\*.*?\*/)|(//[^\n]*)|(^\#\ *include[^\n]*)|("(?:[^"\\\n]|\\.)*")|('(?:[^'\\\n]|\\.)+')}{
		defined $3 ? $3 : defined $4 ? '""' : defined $5 ? "''" : ($1 // $2) =~ s/[^\n]+//gr}gsmex;
	my $n = 0;
	for my $line (split /\n/, $text) {
		$n++;
		print "$file:$n:$line\n" if $line =~ /\S/;
	}
}
