// Removes the folder that a run had for its temporary files, also when whoever asked for the run is gone.
#ifndef FOLDER_H
#define FOLDER_H

void folder_remove(const char *path);

#endif
