"""What a web page leaves in a text: blocks, runs of short lines, headlines, direct address; and how to delete it."""
