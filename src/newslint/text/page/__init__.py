"""What a web page left in the text: blocks, runs of short lines, headlines, direct address, deletions."""
